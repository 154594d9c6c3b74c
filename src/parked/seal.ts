import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { ParkedKey } from './key.ts'
import { isLabel, type Label } from './label.ts'

const cipher = 'aes-256-gcm'

interface SealedFile {
  readonly label: Label
  /** Name of the key. */
  readonly key: string
  readonly nonce: string
  readonly sealed: string
  readonly tag: string
}

/** Why a sealed file cannot be opened. */
export type Flaw = 'damaged' | 'altered' | 'other key'

/** Seals a secret under a key with AES-256-GCM; the label stays readable and cannot be altered unnoticed. */
export function seal(label: Label, secret: string, key: ParkedKey): string {
  const nonce = randomBytes(12)
  const encrypting = createCipheriv(cipher, key.secret, nonce).setAAD(Buffer.from(JSON.stringify(label)))
  const sealed = Buffer.concat([encrypting.update(secret, 'utf8'), encrypting.final()])
  const [nonceText, sealedText, tag] = [nonce, sealed, encrypting.getAuthTag()].map((bytes) =>
    bytes.toString('base64'),
  )
  return `${JSON.stringify({ label, key: key.name, nonce: nonceText, sealed: sealedText, tag })}\n`
}

/** Reads the label of a sealed file; undefined when the file is not whole. */
export function readLabel(text: string): Label | undefined {
  return parse(text)?.label
}

/** Opens a sealed file, or says why that cannot be done. */
export function unseal(text: string, key: ParkedKey): { readonly secret: string } | Flaw {
  const file = parse(text)
  if (file === undefined) return 'damaged'
  if (file.key !== key.name) return 'other key'
  try {
    const opening = createDecipheriv(cipher, key.secret, Buffer.from(file.nonce, 'base64'), {
      authTagLength: 16,
    })
      .setAAD(Buffer.from(JSON.stringify(file.label)))
      .setAuthTag(Buffer.from(file.tag, 'base64'))
    const secret = opening.update(file.sealed, 'base64', 'utf8') + opening.final('utf8')
    return { secret }
  } catch {
    return 'altered'
  }
}

function parse(text: string): SealedFile | undefined {
  // The line end is written last: without it the file is cut.
  if (!text.endsWith('}\n')) return undefined
  try {
    const file = JSON.parse(text) as Partial<SealedFile>
    const isWhole = [file.key, file.nonce, file.sealed, file.tag].every((part) => typeof part === 'string')
    return isWhole && isLabel(file.label) ? (file as SealedFile) : undefined
  } catch {
    return undefined
  }
}
