import type { Component } from 'vue'

/** A component whose code is loaded later than the first page. */
export interface LaterComponent<Loaded extends Component> {
  readonly load: () => Promise<Loaded>
  /** Loads it ahead. If that fails, it is tried again when the component is shown. */
  readonly prefetch: () => Promise<void>
  /** The component, if it is loaded: only then does it take over the HTML of a server in one go with everything else. */
  readonly loaded: () => Loaded | undefined
}

export const laterComponent = <Loaded extends Component>(
  importIt: () => Promise<{ readonly default: Loaded }>,
): LaterComponent<Loaded> => {
  let loaded: Loaded | undefined
  const load = async (): Promise<Loaded> => (loaded = (await importIt()).default)
  return {
    load,
    prefetch: () =>
      load().then(
        () => undefined,
        () => undefined,
      ),
    loaded: () => loaded,
  }
}
