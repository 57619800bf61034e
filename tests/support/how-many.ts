/**
 * How many generated cases a test tries: few whenever the tests run, many in `npm run test:long`. The long project says which by
 * an environment variable, so that `x.long.test.ts` is the test of `x.test.ts`, imported.
 */
export const howMany = (usual: number, long: number): number => (process.env['BANMIAN_LONG'] ? long : usual)
