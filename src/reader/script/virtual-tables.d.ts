/** Made by `vite.script-tables.ts` from OpenCC's lists. */
declare module 'virtual:script-table/*' {
  const text: string
  export default text
}
