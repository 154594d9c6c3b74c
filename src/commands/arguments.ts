import { SettingsError } from '../errors.ts'

/** What a command was told: its own options, and the words that it does not know. */
export interface ParsedArguments {
  /** Values by option name without dashes; an option without value is `true`. */
  readonly options: Readonly<Record<string, string>>
  readonly rest: readonly string[]
}

/** Reads `--name value`, `--name=value` and, for switches, `--name`; SettingsError when a value is missing. */
export function parseArguments(
  args: readonly string[],
  known: { readonly values: readonly string[]; readonly switches: readonly string[] },
): ParsedArguments {
  const options: Record<string, string> = {}
  const rest: string[] = []
  for (let index = 0; index < args.length; index++) {
    const word = args[index] ?? ''
    const [, name = '', given] = /^--([\w-]+)(?:=(.*))?$/s.exec(word) ?? []
    if (known.switches.includes(name) && given === undefined) options[name] = 'true'
    else if (known.values.includes(name)) options[name] = given ?? valueAfter(args, index++)
    else rest.push(word)
  }
  return { options, rest }
}

function valueAfter(args: readonly string[], index: number): string {
  const value = args[index + 1]
  if (value === undefined || value.startsWith('--'))
    throw new SettingsError('setting-missing', `${args[index] ?? ''} needs a value`, {
      fix: 'write it after the option, or see --help',
    })
  return value
}

/** Refuses words that a command does not know. */
export function refuseRest({ rest }: ParsedArguments): void {
  if (rest.length > 0)
    throw new SettingsError('setting-invalid', `the option ${rest.join(' ')} is unknown`, {
      fix: 'see --help',
    })
}

/** Reads a port number of an option. */
export function readPort(name: string, value: string): number {
  const port = Number(value)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new SettingsError('setting-invalid', `--${name} is no port number: ${value}`, {
      fix: 'choose from 1 to 65535, or 0 for any that is free',
    })
  return port
}
