/** The client's own code decides; this suite is the client and never sees another one. */
export const bindsTheClient = 'It binds the integrating client, whose code this suite never sees.'

/** A promise without anybody who gave it. */
export const notPromised = 'The bank documents nothing of the kind, so there is no promise to hold it to.'

/** The bank says the opposite. */
export const bankSaysOtherwise =
  'The documents of the bank say the opposite, and the contract follows the bank.'

/** A list of rows under one name. */
export const sumOfOthers = 'It is the sum of rows that stand here one by one.'

/** OpenSSL, through Node, cannot say what the probe would have to say. */
export const cannotBeSpoken = 'The TLS library of Node cannot speak it, so a refusal would prove nothing.'

/** About the project and not about a target. */
export const aboutTheProject =
  'It is about this project and not about a target; the self-tests and CI hold it.'
