// The command line of the browser. Nothing here switches a protection off but `--no-sandbox`, and that only when told.

/** The switches of a browser that prints one document and does nothing else. */
export function browserSwitches(profile: string, sandbox: boolean): readonly string[] {
  return [
    '--headless',
    '--remote-debugging-pipe',
    `--user-data-dir=${profile}`,
    // Even letter spacing at every size: glyph advances are not rounded to the screen's pixels.
    '--font-render-hinting=none',
    '--force-color-profile=srgb',
    '--lang=en-US',
    '--hide-scrollbars',
    '--mute-audio',
    '--no-first-run',
    '--no-default-browser-check',
    '--no-pings',
    '--no-service-autorun',
    '--disable-gpu',
    // Containers give /dev/shm 64 MB, which a long book exceeds.
    '--disable-dev-shm-usage',
    '--disable-extensions',
    '--disable-default-apps',
    '--disable-component-update',
    '--disable-background-networking',
    '--disable-client-side-phishing-detection',
    '--disable-domain-reliability',
    '--disable-sync',
    '--disable-breakpad',
    '--disable-crash-reporter',
    '--disable-features=Translate,MediaRouter,OptimizationHints,AcceptCHFrame,DialMediaRouteProvider',
    '--metrics-recording-only',
    '--password-store=basic',
    '--use-mock-keychain',
    // Every request is answered before it reaches the network; should one slip through, no host resolves.
    '--host-resolver-rules=MAP * ~NOTFOUND',
    ...(sandbox ? [] : ['--no-sandbox']),
    'about:blank',
  ]
}
