import { failureToText } from '../report/failure-text.ts'

/** Exit code of a command that could not work: settings, documents, an unreachable target, or a bug of ours. */
export const couldNotRun = 2

/** Runs a command and turns what it throws into one or two lines; its result becomes the exit code. */
export async function runCommand(
  command: (args: readonly string[]) => Promise<number> | number,
): Promise<void> {
  try {
    process.exitCode = await command(process.argv.slice(2))
  } catch (error) {
    console.error(failureToText(error))
    // What the command had opened before it failed must not keep the process alive.
    process.exit(couldNotRun)
  }
}
