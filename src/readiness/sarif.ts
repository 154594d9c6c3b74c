import { SarifBuilder, SarifResultBuilder, SarifRuleBuilder, SarifRunBuilder } from 'node-sarif-builder'
import type { Contract } from '../contract/types.ts'
import { linkOf } from '../report/sources.ts'
import type { Verdict, VerdictRow } from '../report/verdict.ts'
import { requirementOf } from '../requirements/index.ts'
import type { Level } from '../requirements/types.ts'
import { findingToSentence, sentenceOf } from './text.ts'

const levels: Readonly<Record<Level, 'error' | 'warning' | 'note'>> = {
  MUST: 'error',
  SHOULD: 'warning',
  MAY: 'note',
}

/** Writes what was found as SARIF 2.1.0: a rule per requirement, a result per finding in its contract document. */
export function readinessSarif({ requirements, versions }: Verdict, { operations }: Contract): string {
  const documentOf = (id: string) =>
    operations.find((operation) => operation.id === id)?.pointer.split('#')[0] ?? 'specs'
  const run = new SarifRunBuilder().initSimple({
    toolDriverName: 'citi-conformance-suite',
    toolDriverVersion: versions['suite'] ?? '0',
  })
  for (const row of requirements.filter(({ findings }) => findings.length > 0)) {
    run.addRule(ruleOf(row))
    for (const finding of row.findings)
      run.addResult(
        new SarifResultBuilder().initSimple({
          ruleId: row.id,
          level: levels[row.level],
          messageText: findingToSentence(finding),
          fileUri: documentOf(finding.operation),
          startLine: 1,
        }),
      )
  }
  const sarif = new SarifBuilder()
  sarif.addRun(run)
  return sarif.buildSarifJsonString({ indent: true })
}

function ruleOf(row: VerdictRow): SarifRuleBuilder {
  const address = linkOf(requirementOf(row.id).source)
  return new SarifRuleBuilder().initSimple({
    ruleId: row.id,
    shortDescriptionText: sentenceOf(row),
    ...(address.startsWith('https://') ? { helpUri: address } : {}),
  })
}
