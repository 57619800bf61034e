import { computed, shallowReactive, watch, type ComputedRef } from 'vue'

/** What a person writes into a form, until it is saved. */
export interface FormDraft<Name extends string> {
  readonly fields: Record<Name, string>
  readonly isChanged: ComputedRef<boolean>
  readonly revert: () => void
}

/**
 * A form over values that may change while it is open: a field that was not touched follows them, one that was keeps what was
 * written.
 */
export const useDraft = <Name extends string>(
  names: readonly Name[],
  source: () => Readonly<Record<Name, string>>,
): FormDraft<Name> => {
  let origin = source()
  const fields: Record<Name, string> = shallowReactive({ ...origin })
  watch(source, (next) => {
    for (const name of names) {
      // The press takes away blanks at the ends.
      const isUntouched = fields[name] === origin[name] || fields[name].trim() === next[name]
      if (isUntouched) fields[name] = next[name]
    }
    origin = next
  })
  const revert = (): void => {
    for (const name of names) fields[name] = source()[name]
  }
  return { fields, isChanged: computed(() => names.some((name) => fields[name] !== source()[name])), revert }
}
