import fc from 'fast-check'

/** Property tests try the same cases every time and everywhere; another seed tries others. */
fc.configureGlobal({ seed: Number(process.env['BANMIAN_SEED'] ?? 20_261_124) })
