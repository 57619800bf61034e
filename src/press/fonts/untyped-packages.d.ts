/** Types for what the press uses of packages that have none. */
declare module 'subset-font' {
  export default function subsetFont(
    font: Buffer,
    characters: string,
    options: { targetFormat: 'sfnt' | 'woff2'; variationAxes?: Readonly<Record<string, number>> },
  ): Promise<Buffer>
}
declare module 'wawoff2' {
  const wawoff2: { compress(font: Uint8Array): Promise<Uint8Array> }
  export default wawoff2
}
