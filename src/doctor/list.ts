import { address } from './diagnoses/address.ts'
import { answer } from './diagnoses/answer.ts'
import { browser } from './diagnoses/browser.ts'
import { certificateFiles } from './diagnoses/certificate-files.ts'
import { clock } from './diagnoses/clock.ts'
import { consent } from './diagnoses/consent.ts'
import { controlPlane } from './diagnoses/control-plane.ts'
import { credentials } from './diagnoses/credentials.ts'
import { credentialsForm } from './diagnoses/credentials-form.ts'
import { customer } from './diagnoses/customer.ts'
import { documents } from './diagnoses/documents.ts'
import { loginPage } from './diagnoses/login-page.ts'
import { marketNames } from './diagnoses/market-names.ts'
import { marketPaths } from './diagnoses/market-paths.ts'
import { name } from './diagnoses/name.ts'
import { port } from './diagnoses/port.ts'
import { proxy } from './diagnoses/proxy.ts'
import { quota } from './diagnoses/quota.ts'
import { redirectUri } from './diagnoses/redirect-uri.ts'
import { scope } from './diagnoses/scope.ts'
import { settings } from './diagnoses/settings.ts'
import { tls } from './diagnoses/tls.ts'
import type { Diagnosis } from './types.ts'

/** Every diagnosis in order: from what lies on this machine to what lies furthest away. */
export const diagnoses: readonly Diagnosis[] = [
  settings,
  marketNames,
  address,
  credentialsForm,
  certificateFiles,
  loginPage,
  documents,
  proxy,
  name,
  port,
  tls,
  answer,
  clock,
  quota,
  credentials,
  marketPaths,
  scope,
  redirectUri,
  customer,
  consent,
  controlPlane,
  browser,
]
