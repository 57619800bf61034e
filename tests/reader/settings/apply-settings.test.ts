import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { applySettings, themeFor, type DevicePreferences } from '@/reader/settings/apply-settings'
import { defaultSettings } from '@/reader/settings/settings'

const plain: DevicePreferences = { isDark: false, isHighContrast: false, isMotionReduced: false }
const dark: DevicePreferences = { ...plain, isDark: true }

describe('the theme', () => {
  it.each([
    ['system', plain, 'light'],
    ['system', dark, 'dark'],
    ['system', { ...plain, isHighContrast: true }, 'contrast'],
    ['system', { ...dark, isHighContrast: true }, 'contrast-dark'],
    ['light', dark, 'light'],
    ['dark', { ...plain, isHighContrast: true }, 'dark'],
    ['sepia', dark, 'sepia'],
    ['contrast', plain, 'contrast'],
    ['contrast', dark, 'contrast-dark'],
    ['purple', dark, 'dark'],
    [undefined, plain, 'light'],
    [{ theme: 'dark' }, plain, 'light'],
  ] as const)('chosen %s on a device that prefers %o is %s', (chosen, device, theme) =>
    expect(themeFor(chosen, device)).toBe(theme),
  )
})

describe('settings on the document', () => {
  const root = document.documentElement
  let meta: HTMLMetaElement
  beforeEach(() => {
    meta = document.createElement('meta')
    meta.name = 'theme-color'
    document.head.append(meta)
  })
  afterEach(() => {
    meta.remove()
    for (const name of Object.keys(root.dataset)) delete root.dataset[name]
  })

  it('stand as attributes, and the browser’s own bar has the paper’s colour', () => {
    applySettings(root, { ...defaultSettings, theme: 'sepia', size: 'largest', elder: 'on' }, plain)
    expect({ ...root.dataset }).toMatchObject({ theme: 'sepia', size: 'largest', elder: 'on', motion: 'full' })
    expect(meta.content).toBe('#f2e6cd')
  })

  it('take back what was there before', () => {
    applySettings(root, { size: 'largest', elder: 'on', motion: 'less' }, plain)
    applySettings(root, {}, plain)
    expect({ ...root.dataset }).toEqual({ theme: 'light', motion: 'full' })
  })

  it('keep the device’s preference for less motion, whatever is stored', () => {
    applySettings(root, { motion: 'system' }, { ...plain, isMotionReduced: true })
    expect(root.dataset['motion']).toBe('less')
  })

  it.each([[{ size: 7, elder: ['on'], theme: null }], [[]], [new Date(0)]])('are not troubled by %o', (stored) => {
    applySettings(root, stored, plain)
    expect({ ...root.dataset }).toEqual({ theme: 'light', motion: 'full' })
  })
})
