import * as v from 'valibot'
import { listOf, textsIn } from './lists'

/** Fields of manifests. What has a wrong type is as good as absent: a manifest with one bad field is still read. */
export const text = v.fallback(v.optional(v.string()), undefined)
export const number = v.fallback(v.optional(v.pipe(v.number(), v.finite())), undefined)
/** Of things that are decoded when their turn comes, so that nothing is decoded by recursion. */
export const list = v.optional(v.pipe(v.unknown(), v.transform(listOf)), [])
export const texts = v.optional(v.pipe(v.unknown(), v.transform(textsIn)), [])
