import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { parse } from 'yaml'
import { SettingsError } from '../errors.ts'
import { areaOf, isRequirementId, type RequirementId, requirementIds } from '../requirements/index.ts'
import type { Evidence, Level } from '../requirements/types.ts'

/** A difference that somebody answers for until the end of a day. */
export interface AcceptedDeviation {
  readonly requirement: RequirementId
  readonly reason: string
  readonly owner: string
  /** The last day, for example `2027-03-31`. */
  readonly until: string
}

/** What must hold before an integration may go live; see readiness.yaml. */
export interface Policy {
  readonly decides: { readonly levels: readonly Level[]; readonly evidence: readonly Evidence[] }
  readonly observed: { readonly share: number; readonly areas: readonly string[] }
  readonly run: { readonly hours: number }
  readonly deviations: readonly AcceptedDeviation[]
}

/** Reads and checks a policy; SettingsError names the file and the place at fault. */
export function readPolicy(file: string, schemaFile: string): Policy {
  const policy = parsePolicy(file)
  const ajv = new Ajv2020({ strict: true, allErrors: false })
  addFormats.default(ajv)
  const validate = ajv.compile<Policy>(JSON.parse(readFileSync(schemaFile, 'utf8')) as object)
  if (!validate(policy)) {
    const [first] = validate.errors ?? []
    throw wrong(file, `${first?.instancePath || '/'} ${first?.message ?? 'is wrong'}`)
  }
  const area = policy.observed.areas.find((name) => !requirementIds.some((id) => areaOf(id) === name))
  if (area !== undefined) throw wrong(file, `observed.areas names ${area}, which is no area of the suite`)
  const unknown = policy.deviations.find(({ requirement }) => !isRequirementId(requirement))
  if (unknown !== undefined)
    throw wrong(file, `deviations names ${unknown.requirement}, which is no requirement of the suite`)
  return policy
}

function parsePolicy(file: string): unknown {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (cause) {
    throw new SettingsError('setting-file-unreadable', `the policy ${file} cannot be read`, {
      cause,
      fix: 'name another with --policy',
    })
  }
  try {
    return parse(text) as unknown
  } catch (cause) {
    throw wrong(file, `is not readable YAML: ${(cause as Error).message.split('\n')[0] ?? ''}`)
  }
}

function wrong(file: string, what: string): SettingsError {
  return new SettingsError('setting-invalid', `the policy ${file}: ${what}`, {
    fix: 'correct it; readiness.schema.json says what may stand there',
  })
}
