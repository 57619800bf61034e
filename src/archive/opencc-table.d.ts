declare module 'opencc-js/dict/*' {
  /** `乾 干|亂 乱|…`: a character and its forms, the most common first. */
  const table: string
  export default table
}
