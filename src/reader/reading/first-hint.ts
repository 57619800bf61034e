import { readDevice, writeDevice } from '../ui/device-storage'
import { readLastRead } from './last-read'

/** Whether this device knows how an article is opened, in localStorage. */
const key = 'banmian:knows-articles'

/** Whether nobody has opened an article here, nor closed the line that says how. */
export const isHintWanted = (): boolean => readDevice(key) === undefined && readLastRead() === undefined

/** For good: an article was opened, or the line closed. */
export const endHint = (): void => {
  if (readDevice(key) === undefined) writeDevice(key, '1')
}
