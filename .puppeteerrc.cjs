// Offprint finds a browser itself (see README, "The browser"); installing must fetch nothing but npm packages.
module.exports = { skipDownload: true }
