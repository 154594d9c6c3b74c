import type { Page } from '@playwright/test'

/** Counts the pixels by which a page, or a part of it that cannot be moved on paper, is wider than its place. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const wide = [document.documentElement, ...document.querySelectorAll<HTMLElement>('.scroll')]
    const isPrinted = matchMedia('print').matches
    const judged = isPrinted ? wide : wide.slice(0, 1)
    return Math.max(...judged.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth))
  })
}

/**
 * Lists the texts that are hard to read: their contrast with what lies behind is below 4.5 to 1.
 * @see https://www.w3.org/TR/WCAG22/#contrast-minimum
 */
export function faintTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const channels = (color: string) => (color.match(/[\d.]+/g) ?? []).map(Number)
    const luminance = (color: string) => {
      const [red = 0, green = 0, blue = 0] = channels(color).map((value) => {
        const part = value / 255
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
    const behind = (element: Element | null): string => {
      if (element === null) return 'rgb(255, 255, 255)'
      const { backgroundColor } = getComputedStyle(element)
      return channels(backgroundColor)[3] === 0 ? behind(element.parentElement) : backgroundColor
    }
    const hasText = (element: Element) =>
      [...element.childNodes].some(
        ({ nodeType, textContent }) => nodeType === 3 && (textContent ?? '').trim() !== '',
      )
    const contrast = (element: Element) => {
      const [light = 0, dark = 0] = [getComputedStyle(element).color, behind(element)]
        .map(luminance)
        .sort((one, other) => other - one)
      return (light + 0.05) / (dark + 0.05)
    }
    return [...document.body.querySelectorAll('*')]
      .filter((element) => hasText(element) && contrast(element) < 4.5)
      .map(({ textContent }) => textContent)
  })
}
