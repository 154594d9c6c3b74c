import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'yaml'
import { SettingsError } from '../errors.ts'
import { readConsentSettings } from '../token-settings.ts'

const root = path.join(import.meta.dirname, '..', '..')

/** Where a browser finds what it fills in and presses; each text is a selector of Playwright. See login-page.yaml. */
export interface LoginPage {
  /** Pressed in this order before anything else, where they show up: cookie banners, for instance. */
  readonly before: readonly string[]
  readonly user: string
  readonly password: string
  readonly signIn: string
  /** A field for a one-time password, and what is pressed after it; undefined where nobody asks. */
  readonly otp?: { readonly field: string; readonly submit: string }
  readonly authorize: string
  /** The longest wait for each of them, in seconds. */
  readonly seconds: number
}

/** Reads the description of the target's login page; SettingsError names the file and the place at fault. */
export function readLoginPage(file: string = readConsentSettings().loginPage): LoginPage {
  const description = parseYaml(file)
  const schema = JSON.parse(readFileSync(path.join(root, 'login-page.schema.json'), 'utf8')) as object
  const validate = new Ajv2020({ strict: true }).compile<LoginPage>(schema)
  if (validate(description)) return description
  const [first] = validate.errors ?? []
  throw wrong(file, `${first?.instancePath || '/'} ${first?.message ?? 'is wrong'}`)
}

function parseYaml(file: string): unknown {
  let text: string
  try {
    text = readFileSync(path.resolve(root, file), 'utf8')
  } catch (cause) {
    throw new SettingsError(
      'setting-file-unreadable',
      `CITI_LOGIN_PAGE names ${file}, which cannot be read`,
      { cause, fix: 'correct CITI_LOGIN_PAGE' },
    )
  }
  try {
    return parse(text) as unknown
  } catch (cause) {
    throw wrong(file, `is not readable YAML: ${(cause as Error).message.split('\n')[0] ?? ''}`)
  }
}

function wrong(file: string, what: string): SettingsError {
  return new SettingsError('setting-invalid', `the login page ${file}: ${what}`, {
    fix: 'correct it; login-page.schema.json says what may stand there',
  })
}
