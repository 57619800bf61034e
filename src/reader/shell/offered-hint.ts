import { hasDevice, readDevice, writeDevice } from '../ui/device-storage'

/** Whether saving and installing have been offered, in localStorage. */
const key = 'banmian:offered'

/** True if the browser stores nothing: otherwise the offer would come back forever. */
export const wasOffered = (): boolean => readDevice(key) !== undefined || !hasDevice()

/** If that can't be stored, it is not offered again anyway. */
export const setOffered = (): void => void writeDevice(key, '1')
