/** What the documents say otherwise than the facts on purpose: of rows that share it, and why. */
export interface Deviation {
  readonly rows: readonly string[]
  /** Lines of the comparison. */
  readonly what: readonly string[]
  readonly why: string
}

const threeLegged = ['US', 'IN', 'PL', 'AU', 'SG', 'HK']
const inMarkets = (markets: readonly string[], address: string): string[] =>
  markets.map((market) => `${market} ${address}`)
const perMarket = (method: string, path: string, markets: readonly string[] = threeLegged): string[] =>
  markets.map((market) => `${market} ${method} ${path}/${market.toLowerCase()}/gcb`)
const americas = ['US', 'MX']
const planOffers = 'IN GET /v1/prelogin/creditChargeCard/creditPlans/offers/{offerId}/easyPaymentPlans'

/** Every deviation; a self-test demands that each of them is still there, and that there are no others. */
export const deviations: readonly Deviation[] = [
  {
    rows: [
      ...perMarket('POST', '/clientCredentials/oauth2/token'),
      'AU POST /clientCredentials/oauth2/token/au/ppl',
      'AU POST /clientCredentials/oauth2/token/au/kgn',
    ],
    what: ['200: consented_on is not in the facts'],
    why: 'Seen in the traffic of two markets, so it is known everywhere and demanded nowhere.',
  },
  {
    rows: ['BH POST /clientCredentials/oauth2/token/bh/gcb'],
    what: [
      'header: uuid is missing',
      'status: 401 is not in the facts',
      'status: 500 is not in the facts',
      '200: expires_in is number instead of integer',
      '200: consented_on is optional',
      '200: refresh_token is not in the facts',
    ],
    why: 'One operation serves all markets; what their pages document holds, and Bahrain was only observed.',
  },
  {
    rows: inMarkets(threeLegged, 'GET /authCode/oauth2/authorize'),
    what: ['status: 200 is not in the facts'],
    why: 'The token management document has the page that the browser is led to; the market pages leave it out.',
  },
  {
    rows: [
      ...perMarket('POST', '/authCode/oauth2/token'),
      ...inMarkets(threeLegged, 'POST /authCode/oauth2/refresh'),
    ],
    what: ['200: consented_on is not in the facts', '200: refresh_token_expires_in is not in the facts'],
    why: 'A client of the bank reads both; known, and demanded nowhere.',
  },
  {
    rows: inMarkets(threeLegged, 'POST /authCode/oauth2/refresh'),
    what: ['request: scope is not in the facts'],
    why: 'RFC 6749, section 6, lets a client ask for less; optional.',
  },
  {
    rows: ['SG GET /oauth2/mfa'],
    what: [
      'grant: authorization_code instead of none',
      'header: Accept is not in the facts',
      'header: uuid is not in the facts',
      'header: client_id is not in the facts',
    ],
    why: 'Only the address is known; the rest is inferred from the calls beside it.',
  },
  {
    rows: ['HK GET /security/e2eKey', 'BH GET /security/e2eKey'],
    what: ['header: client_secret is missing'],
    why: 'Clients were seen to send the secret along; nothing asks for it, and a secret does not belong there.',
  },
  {
    rows: ['AU GET /v1/customers/profiles'],
    what: ['parameter: addressType in query is not in the facts'],
    why: 'The United Kingdom documents it for the same call; optional.',
  },
  {
    rows: ['AU GET /v1/customers/alerts/history'],
    what: ['parameter: nextStartIndex in query is not in the facts'],
    why: 'Inferred, since a history grows: as other lists are paged; optional.',
  },
  {
    rows: ['GB POST /v1/accounts/clearData/retrieve'],
    what: ['status: 422 is not in the facts'],
    why: 'One operation serves India as well, which documents it.',
  },
  {
    rows: ['IN POST /v1/creditCards/rewards/pointBalance/search'],
    what: ['status: 404 is not in the facts'],
    why: 'One operation serves Hong Kong as well, which documents it.',
  },
  {
    rows: ['IN GET /v1/accounts/{accountId}/loans/{loanAmount}/paymentsPlans'],
    what: ['parameter: loanAmount in path is number instead of string'],
    why: 'A number by its meaning and in every other call; a text would be taken for the key of an object.',
  },
  {
    rows: [planOffers],
    what: [
      '200: statement.statementDate is not in the facts',
      '200: statement.statementDate is optional',
      '200: eppOffers[].effectiveInterestRate is optional',
      '200: eppOffers[].installmentAmount is optional',
      '200: eppOffers[].initialInterestAmount is not in the facts',
      '200: eppOffers[].totalInterestAmount is not in the facts',
      '200: eppOffers[].totalRepaymentAmount is not in the facts',
      '200: eppOffers[].monthlyServicingFeeAmount is not in the facts',
      '200: eppOffers[].interestCalculationMethod is not in the facts',
      '200: eppOffers[].offerIndicator is optional',
    ],
    why: 'Two SDKs describe the same call differently; the document has the fields of both, and demands what both do.',
  },
  {
    rows: ['HK GET /v1/rewards/pointBalance', 'HK GET /v1/rewards/frequentFlyer'],
    what: ['parameter: rewardLinkCode in query is not in the facts'],
    why: 'Only the address is documented; a call in the name of the application must say whose points it means.',
  },
  {
    rows: ['HK GET /v1/rewards/catalogue'],
    what: [
      'parameter: rewardCategoryCode in query is not in the facts',
      'parameter: nextStartIndex in query is not in the facts',
    ],
    why: 'Only the address is documented; filter and paging are inferred, optional.',
  },
  {
    rows: inMarkets(americas, 'GET /v1/rewards/pointBalance'),
    what: ['200: redemptionEligible is required'],
    why: 'Known from clients alone, which all decide by it; inferred.',
  },
  {
    rows: inMarkets(americas, 'POST /v1/rewards/linkage'),
    what: [
      'request: billingZipCode is required',
      'request: cloakedCreditCardNumber is required',
      'request: merchantCode is required',
      'request: rewardProgram is required',
    ],
    why: 'Known from clients alone, which always send it; inferred.',
  },
  {
    rows: inMarkets(americas, 'PUT /v1/rewards/enablement'),
    what: [
      'request: enableProgramIndicator is required',
      'request: merchantCode is required',
      'request: rewardProgram is required',
    ],
    why: 'Known from clients alone, which always send it; inferred.',
  },
  {
    rows: inMarkets(americas, 'POST /v1/rewards/redemption'),
    what: [
      'request: rewardProgram is required',
      'request: merchantCode is required',
      'request: transactionReferenceNumber is required',
      'request: redemptionOrder is required',
    ],
    why: 'Known from clients alone, which always send it; inferred.',
  },
]
