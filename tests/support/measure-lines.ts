/** What was found of the lines of one typeset page. */
export interface MeasuredLines {
  readonly lines: number
  readonly wrong: readonly string[]
}

/**
 * Measures every line of the page that is open: body lines end where their column ends, each on a row of its own, on the
 * page's baseline grid; no line stands over a picture or a title. Runs inside the page: it may use nothing from outside.
 * @param tolerance how far a line's end may be off, ems
 */
export const measureLines = (tolerance: number): MeasuredLines => {
  // Neighbours wait behind the page on show.
  const shown = document.querySelector<HTMLElement>('.opening:not(.waiting)')
  shown?.querySelectorAll<HTMLElement>('.region').forEach((region) => (region.style.contentVisibility = 'visible'))
  const sheet = shown?.querySelector<HTMLElement>('.typeset')
  if (!sheet) return { lines: 0, wrong: ['there is no typeset page'] }
  const sheetTop = sheet.getBoundingClientRect().top
  const scale = sheet.getBoundingClientRect().width / sheet.offsetWidth
  const wrong: string[] = []
  const phases: number[] = []
  let lines = 0

  const inkOf = (element: Element): DOMRect => {
    if (element.tagName === 'IMG') return element.getBoundingClientRect()
    const range = document.createRange()
    range.selectNodeContents(element)
    return range.getBoundingClientRect()
  }
  const blocks = [...sheet.querySelectorAll('img.plate, .title .line')].map((element) => ({
    element,
    rect: inkOf(element),
  }))
  for (const run of sheet.querySelectorAll<HTMLElement>('.run')) {
    const isBody = run.classList.contains('body')
    const isVertical = run.closest('.vertical') !== null
    const frame = run.closest('.frame')?.getBoundingClientRect()
    const own = [...run.querySelectorAll<HTMLElement>('.line')]
    own.forEach((line, index) => {
      lines++
      const text = line.textContent
      const style = getComputedStyle(line)
      const em = parseFloat(style.fontSize) * scale
      const { left, right, top, bottom } = line.getBoundingClientRect()
      for (const { element, rect } of isBody ? blocks : [])
        if (
          Math.min(right, rect.right) - Math.max(left, rect.left) > em / 4 &&
          Math.min(bottom, rect.bottom) - Math.max(top, rect.top) > em / 4
        )
          wrong.push(`${text} stands over ${element.tagName === 'IMG' ? 'a picture' : element.textContent}`)
      if (!isBody || !frame) return
      // The letter-spacing after the last character is nobody's ink, nor is a space there.
      const spacing = parseFloat(style.letterSpacing) / parseFloat(style.fontSize) || 0
      const space = text.endsWith(' ') ? 0.256 + spacing : 0
      const [end, edge, start, head] = isVertical
        ? [bottom, frame.bottom, top, frame.top]
        : [right, frame.right, left, frame.left]
      const over = (end - edge) / em - spacing - space
      const isLast = index === own.length - 1
      if (isLast ? over > tolerance : Math.abs(over) > tolerance) wrong.push(`${text}: ${over.toFixed(3)} em`)
      if (index > 0 && Math.abs(start - head) / em > tolerance) wrong.push(`${text} begins off`)
      if (isVertical) return
      const leading = parseFloat(style.lineHeight) * scale
      phases.push((((top + bottom) / 2 - sheetTop) / leading) % 1)
      const next = own[index + 1]?.getBoundingClientRect().top
      if (next !== undefined && next <= top) wrong.push(`${text} shares its row`)
    })
  }
  const [first = 0] = phases
  const off = (phase: number): number => Math.abs(((phase - first + 1.5) % 1) - 0.5)
  const worst = Math.max(0, ...phases.map(off))
  if (worst > 0.06) wrong.push(`a line stands ${worst.toFixed(2)} of a row off the baseline grid`)
  return { lines, wrong }
}
