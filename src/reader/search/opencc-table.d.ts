declare module 'opencc-js/dict/*' {
  /** `乾 干|亂 乱|…`; where there are several forms, the usual one comes first. */
  const table: string
  export default table
}
