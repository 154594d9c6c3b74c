/** Writes whole numbers, most significant byte first, each in `size` bytes. */
export function uint(size: number, ...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(size * values.length)
  values.forEach((value, index) => bytes.writeUIntBE(value, index * size, size))
  return bytes
}

/** Writes a vector: its length in `size` bytes, then its content. */
export function vector(size: number, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content)
  return Buffer.concat([uint(size, body.length), body])
}

/** Reads bytes in order; RangeError where fewer are left than asked for. */
export class ByteReader {
  readonly #bytes: Buffer
  #position = 0

  constructor(bytes: Buffer) {
    this.#bytes = bytes
  }

  get left(): number {
    return this.#bytes.length - this.#position
  }

  take(count: number): Buffer {
    if (count > this.left) throw new RangeError(`${count} bytes wanted, ${this.left} left`)
    this.#position += count
    return this.#bytes.subarray(this.#position - count, this.#position)
  }

  uint(size: number): number {
    return this.take(size).readUIntBE(0, size)
  }

  vector(size: number): Buffer {
    return this.take(this.uint(size))
  }

  /** Reads numbers of `size` bytes to the end. */
  uints(size: number): number[] {
    const values: number[] = []
    while (this.left > 0) values.push(this.uint(size))
    return values
  }
}
