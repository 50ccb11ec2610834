/** Does the work for all items, at most `atOnce` at a time, and gives the results in their order. */
export async function inParallel<T, R>(
  items: readonly T[],
  atOnce: number,
  work: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results = new Array<R>(items.length)
  let next = 0
  let failed = false
  const worker = async () => {
    while (next < items.length && !failed) {
      const index = next++
      results[index] = await work(items[index] as T, index)
    }
  }
  const workers = Array.from({ length: Math.max(1, Math.min(atOnce, items.length)) }, worker)
  try {
    await Promise.all(workers)
  } catch (error) {
    // Nothing more is begun; what runs is left to end.
    failed = true
    throw error
  }
  return results
}
