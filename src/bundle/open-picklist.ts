import * as v from 'valibot'

/** A word of the format: `continued-on`. */
const word = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,40}$/))

/**
 * One of the words that this version knows. A word added by a later minor version is read as `otherwise`, so that an
 * older reader can open a newer bundle. [B1]
 */
export const openPicklist = <const Known extends readonly [string, ...string[]], const Otherwise extends string>(
  known: Known,
  otherwise: Otherwise,
) => {
  const listed = v.picklist(known)
  return v.union([
    listed,
    v.pipe(
      word,
      v.transform((): Otherwise => otherwise),
    ),
  ])
}
