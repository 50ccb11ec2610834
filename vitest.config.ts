import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Printing and the Java checker share two cores with everything else: generous, and only a safety net.
    testTimeout: 120_000,
    hookTimeout: 240_000,
  },
})
