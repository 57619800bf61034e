import { stepAttribute } from '../../ui/in-steps'
import { partedBy, type DrawnElement } from './drawn-element'

/** As many elements as a phone of four years ago lays out before it has to answer a touch. */
export const elementsAtOnce = 100

/** Marks what is shown in later frames: after the first articles in reading order a few more in each. */
export const markSteps = (drawn: readonly DrawnElement[]): DrawnElement[] =>
  partedBy(elementsAtOnce, drawn).flatMap((part, step) =>
    step === 0 ? part : part.map((one) => ({ ...one, attributes: { ...one.attributes, [stepAttribute]: `${step}` } })),
  )
