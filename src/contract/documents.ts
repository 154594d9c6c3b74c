import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import type { OpenAPIV3_1 } from 'openapi-types'
import { parse } from 'yaml'
import { SpecError } from '../errors.ts'

/** One OpenAPI document with the product it describes. */
export interface SpecDocument {
  readonly product: string
  readonly file: string
  readonly document: OpenAPIV3_1.Document
}

/**
 * Reads every OpenAPI 3.1 document of a folder in the order of their names.
 * Throws SpecError `spec-unreadable` or `spec-invalid`, naming the file.
 */
export function readDocuments(directory: string): SpecDocument[] {
  const files = listFiles(directory)
  if (files.length === 0)
    throw new SpecError('spec-unreadable', `no OpenAPI document (*.yaml) in ${directory}`)
  return files.map((file) => ({
    product: path.basename(file, '.yaml'),
    file: `specs/${file}`,
    document: readDocument(path.join(directory, file)),
  }))
}

function listFiles(directory: string): string[] {
  try {
    return readdirSync(directory)
      .filter((file) => file.endsWith('.yaml'))
      .sort()
  } catch (cause) {
    throw new SpecError('spec-unreadable', `cannot read the folder of contract documents ${directory}`, {
      cause,
    })
  }
}

function readDocument(file: string): OpenAPIV3_1.Document {
  let parsed: unknown
  try {
    parsed = parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    throw new SpecError('spec-unreadable', `${file} is not readable YAML: ${(cause as Error).message}`, {
      cause,
    })
  }
  const document = parsed as Partial<OpenAPIV3_1.Document> | null
  if (!document?.openapi?.startsWith('3.1')) {
    throw new SpecError(
      'spec-invalid',
      `${file} is not an OpenAPI 3.1 document: its "openapi" is ${JSON.stringify(document?.openapi)}`,
    )
  }
  return document as OpenAPIV3_1.Document
}
