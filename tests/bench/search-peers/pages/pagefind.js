export const open = async ({ isCounted, isQuoted }) => {
  const pagefind = await import('/pagefind/pagefind.js')
  // What a worker fetches cannot be held back, so where rounds are counted there is none.
  await pagefind.options({ noWorker: isCounted })
  await pagefind.init()
  // Between quotes all of it is one phrase: of two words there can be none.
  const asked = (query) => (isQuoted && !/["\s]/.test(query) ? `"${query}"` : query)
  return {
    search: async (query) => {
      const { results } = await pagefind.search(asked(query), { sort: { date: 'desc' } })
      return {
        articles: results.length,
        isExact: true,
        first: async (most) => {
          const hits = await Promise.all(results.slice(0, most).map((result) => result.data()))
          return hits.map(({ url }) => url.slice(1))
        },
        all: () => ({ found: results.map(({ id }) => id), isWhole: true, count: results.length }),
      }
    },
  }
}
