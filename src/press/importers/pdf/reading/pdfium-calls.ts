import { PDFiumModule } from '@hyzyla/pdfium'

/** Room for the values that a call writes: six doubles. */
const scratchBytes = 48

const functionIn = (holder: object, name: string): ((...values: unknown[]) => unknown) => {
  const found: unknown = Reflect.get(holder, name)
  if (typeof found !== 'function') throw new TypeError(`the PDF library has no ${name}`)
  return (...values) => Reflect.apply(found, holder, values)
}

const objectIn = (holder: object, name: string): object => {
  const found: unknown = Reflect.get(holder, name)
  if ((typeof found !== 'object' && typeof found !== 'function') || found === null)
    throw new TypeError(`the PDF library has no ${name}`)
  return found
}

/**
 * The functions of the PDF library that its types do not list, called by their names in its headers, and its memory. The memory may move
 * with every call, so a view of it is never kept.
 */
export class PdfiumCalls {
  readonly #module: object
  readonly #functions = new Map<string, (...values: unknown[]) => unknown>()
  readonly #scratch: number

  private constructor(module: object) {
    this.#module = module
    this.call('FPDF_InitLibrary')
    this.#scratch = this.allocate(scratchBytes)
  }

  static async start(): Promise<PdfiumCalls> {
    return new PdfiumCalls(await PDFiumModule({}))
  }

  call(name: string, ...values: readonly (number | bigint)[]): number {
    let called = this.#functions.get(name)
    if (!called) this.#functions.set(name, (called = functionIn(this.#module, `_${name}`)))
    const result = called(...values)
    return typeof result === 'number' ? result : 0
  }

  #view(): DataView {
    const bytes = objectIn(this.#module, 'HEAPU8')
    if (!(bytes instanceof Uint8Array)) throw new TypeError('the PDF library has no memory')
    return new DataView(bytes.buffer)
  }

  allocate(size: number): number {
    return this.call('malloc', size)
  }

  free(at: number): void {
    functionIn(objectIn(this.#module, 'wasmExports'), 'free')(at)
  }

  write(bytes: Uint8Array, at: number): void {
    new Uint8Array(this.#view().buffer).set(bytes, at)
  }

  bytesAt(at: number, length: number): Uint8Array {
    return new Uint8Array(this.#view().buffer).slice(at, at + length)
  }

  setInteger(at: number, value: number): void {
    this.#view().setInt32(at, value, true)
  }

  /** Calls a function that writes as many values after its own arguments, each to a place of its own; undefined if it fails. */
  separate(
    type: 'float' | 'double' | 'integer',
    count: number,
    name: string,
    ...values: readonly number[]
  ): number[] | undefined {
    const size = type === 'double' ? 8 : 4
    const places = Array.from({ length: count }, (_, index) => this.#scratch + index * size)
    if (this.call(name, ...values, ...places) === 0) return undefined
    const view = this.#view()
    return places.map((place) => {
      if (type === 'double') return view.getFloat64(place, true)
      return type === 'float' ? view.getFloat32(place, true) : view.getInt32(place, true)
    })
  }

  /** Calls a function that takes doubles after the places that it writes two integers to. */
  separatePlaces(name: string, before: readonly number[], after: readonly number[]): number[] | undefined {
    const places = [this.#scratch, this.#scratch + 4]
    if (this.call(name, ...before, ...after, ...places) === 0) return undefined
    const view = this.#view()
    return places.map((place) => view.getInt32(place, true))
  }

  /** Calls a function that writes a structure of floats after its own arguments; undefined if it fails. */
  structure(count: number, name: string, ...values: readonly number[]): number[] | undefined {
    if (this.call(name, ...values, this.#scratch) === 0) return undefined
    const view = this.#view()
    return Array.from({ length: count }, (_, index) => view.getFloat32(this.#scratch + index * 4, true))
  }

  /** Calls a function that writes a text of UTF-16 into room that it is given, and returns the bytes that it takes. */
  text(name: string, ...values: readonly number[]): string {
    const size = Math.min(this.call(name, ...values, 0, 0), 2048)
    if (size < 4) return ''
    const room = this.allocate(size)
    try {
      this.call(name, ...values, room, size)
      return new TextDecoder('utf-16le').decode(this.bytesAt(room, size - 2))
    } finally {
      this.free(room)
    }
  }

  /**
   * Calls `use` while the null pointer leads to a function of ours, which takes three integers and returns one. The library's table of
   * functions can't grow, and the place of the null pointer is the only one in it that is nobody's.
   */
  withNullCall<Value>(callback: (one: number, two: number, three: number) => number, use: () => Value): Value {
    // The table holds only functions of WebAssembly: this module makes one of its import, and does nothing else.
    const bytes = Uint8Array.of(
      ...[0, 97, 115, 109, 1, 0, 0, 0],
      ...[1, 8, 1, 96, 3, 127, 127, 127, 1, 127],
      ...[2, 7, 1, 1, 101, 1, 102, 0, 0],
      ...[7, 5, 1, 1, 102, 0, 0],
    )
    const assembly = objectIn(globalThis, 'WebAssembly')
    const construct = (name: string, ...values: unknown[]): object => {
      const made: unknown = Reflect.get(assembly, name)
      if (typeof made !== 'function') throw new TypeError(`there is no WebAssembly.${name}`)
      return Object(Reflect.construct(made, values))
    }
    const instance = construct('Instance', construct('Module', bytes), { e: { f: callback } })
    const exported: unknown = Reflect.get(objectIn(instance, 'exports'), 'f')
    const table = objectIn(objectIn(this.#module, 'wasmExports'), '__indirect_function_table')
    const set = functionIn(table, 'set')
    set(0, exported)
    try {
      return use()
    } finally {
      set(0, null)
    }
  }
}
