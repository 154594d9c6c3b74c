import type { SurveyFacts } from '../../../src/tls/survey/facts.ts'
import { surveyHost } from '../../../src/tls/survey/survey.ts'
import type { Identities } from './identities.ts'
import type { Place } from './lab.ts'
import type { MatrixServer } from './matrix.ts'

/** Surveys a server of the lab as people would: by its name, trusting the lab's root. */
export function surveyPlace(
  place: Place,
  { root, between, client }: Identities,
  server: Pick<MatrixServer, 'client'> = {},
): Promise<SurveyFacts> {
  return surveyHost({
    ...place,
    host: '127.0.0.1',
    servername: 'localhost',
    ca: root.pem,
    // A busy machine takes its time; what is fast is measured elsewhere.
    timeoutMs: 15_000,
    withinMs: 60_000,
    concurrency: 16,
    ...(server.client === undefined
      ? {}
      : { clientCertificate: { cert: client.pem + between.pem, key: client.keyPem } }),
  })
}
