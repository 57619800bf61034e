import { createStaticArchive } from '@/archive/static-archive'
import { createVariants } from '@/archive/variants'
import { createArchiveHttp } from '@/library/archive-http'

export const open = () => {
  const archive = createStaticArchive(createArchiveHttp('/ours/'), createVariants())
  const signal = new AbortController().signal
  return {
    search: async (words) => {
      const { count, pages } = await archive.search({ words }, signal)
      const found = []
      let isLast = false
      let last = count
      const readTo = async (most) => {
        while (!isLast && found.length < most) {
          const next = await pages.next()
          if (next.done) break
          found.push(...next.value.hits)
          isLast = next.value.isLast
          last = next.value.count
        }
        return found
      }
      const named = (hits) => hits.map(({ date, article }) => `${date}/${article}`)
      return {
        articles: count.articles,
        isExact: count.isExact,
        first: async (most) => named((await readTo(most)).slice(0, most)),
        all: async (most) => ({ found: named(await readTo(most)), isWhole: isLast, count: last.articles }),
      }
    },
  }
}
