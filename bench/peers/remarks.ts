import type { Peer } from './peer.ts'

/** How the comparison is made, the same for every tool. */
export const setup: readonly string[] = [
  'A defect is **caught** when the tool reports at least one failure that it does not report of the honest sandbox, with the same seed; values that differ from run to run (ids, tokens, ports) do not count as a difference, and before a catch counts the honest run is made twice. A **false alarm** is a failure that the tool reports of the honest sandbox, counted once for each operation. Times are processor time of the tool itself, since that does not depend on what else the machine does; of this suite it is that of one run with all defects, sandbox included, divided by their number.',
  '',
  '## How it was set up',
  '',
  'Every run gets a sandbox of its own with fresh tokens, which the flows of this project fetch before the defect is switched on. Every tool gets:',
  '',
  '- one document, as the market of the defect offers it: the one in which the mistake is made, and the one in which this suite saw it most. Tools are told where to look, which is more than they could know;',
  '- for each operation the authorization that it needs (login and consent, client credentials, card, registration, Basic), the ids and control flows that exist, and a body that is right, as examples and overrides in the form that the tool documents;',
  '- the certificate authority of the sandbox, the client certificate where an operation asks for one (Dredd and Prism have no setting for it), and a quota that never runs out, unless the defect is about the quota;',
  '- where its configuration allows it, each call three more times with one fault: no authorization, an Accept that cannot be met, another media type. What the honest sandbox answers is what is expected.',
  '',
  'Limits: one run may take 180 seconds. A mistake that shows only after time has passed, over several calls in order, to a second customer or on the developer portal is out of reach of a tool that reads one document; such defects were not taken out of the draw.',
  '',
  '- **Schemathesis**: all phases (examples, coverage, fuzzing, stateful) and all checks, positive and negative data, 10 examples for each operation, a fixed seed, overrides of path parameters and `client_id`; then a pass without token and one with an unknown Accept. Failures are told apart by its own record of accepted failures (`--baseline`).',
  '- **Dredd**: hooks send the calls above and expect what the document says, its JSON Schema and required headers; without them it would ask for every field and header of the example. The documents are converted to OpenAPI 3.0, which is what Dredd reads: type lists become `nullable`, `const` an `enum`, `examples` of a schema an `example`; what 3.0 cannot say, which these documents hardly use, is left out.',
  '- **Portman with Newman**: every contract test (status, content type, JSON body, schema, headers), and a variation for each fault whose answer is held against the document as well. The same conversion to OpenAPI 3.0: its support of 3.1 is called beta.',
  '- **Prism**: `prism proxy --errors` in front of the sandbox, driven with the same calls. Requests are not validated, so that those with a fault get through.',
]

/** What each tool reports of the honest sandbox, and why. */
export const peerRemarks: Readonly<Record<Peer['id'], string>> = {
  schemathesis:
    'Most of it is data that the schema allows and the bank refuses: a page, a day, a code or a payee that does not exist, which no schema can say (`positive_data_acceptance`). The wrong answer to an unsupported method is one to QUERY, which the HTTP parser of Node 20 does not know: 400 came where 405 was expected. Where it says that wrong data was accepted, an optional parameter came without value, which the sandbox takes for left out, or a hint was unknown, which RFC 7009 lets a server ignore. Four, though, are finds and no false alarms: the sandbox offers a payment plan with amounts that are no numbers (`JsonSchemaError`), and ends the access to a card without the `client_id` and `uuid` that the document wants (`MissingHeaderNotRejected`).',
  dredd:
    'Without the hooks above it reported 22 failures of the accounts alone, all of them fields and headers of an example that are optional. What is left compares `text/html` with `text/html; charset=utf-8`, or comes from client registration, which asks for a client certificate that Dredd has no way to send.',
  portman:
    'Fields of forms and optional query parameters had to be overwritten one by one until it sent what was meant; since then it is silent.',
  prism:
    'It judges whether an answer is one of those that the document knows, never whether it is the right one to this call.',
}

/** What the tools do better, and what the figures do not say. */
export const fairness: readonly string[] = [
  '## What they do better, and what the figures do not say',
  '',
  'This suite was written for this interface and proved with these very defects, so its figure is no measure of talent: a defect that it missed would have failed its build. The others read a document that they have never seen and need no line of code. What they do better:',
  '',
  '- **Schemathesis** finds inputs that nobody thought of; it needs only the document and works on any interface from the first minute. The defects here are mostly broken promises about state, which it cannot know.',
  '- **Dredd** and **Portman** turn a document into requests that a person can read, keep and change; Portman leaves a collection that testers open in Postman.',
  '- **Prism** stands in front of real traffic and needs no test at all: what it validates is whatever clients do.',
  '- All of them ask for less: no knowledge of the bank, no TypeScript.',
  '',
]

/** How to repeat it. */
export const repeat: readonly string[] = [
  '## How to repeat it',
  '',
  '```bash',
  'npm ci && npm run bench:peers            # goes on where an interrupted run ended',
  'npm run bench:peers -- --fresh           # measures everything anew',
  '```',
  '',
  'It needs Python 3 with `venv`, and the package registries once; all that it installs and writes lies in `bench/.peers`, which is not part of the project. Traffic stays on this machine. The choice, the set-up and the comparison are in `bench/peers`; `tests/self/peers.spec.ts` tests what needs no other tool, and that the README tells the figures of this page.',
]
