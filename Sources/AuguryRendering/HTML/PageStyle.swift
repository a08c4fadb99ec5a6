/// The style of all pages: quiet, on system fonts, for light and dark screens and for paper.
///
/// It holds neither `<` nor `&`, so that a page is well-formed XML as well.
enum PageStyle {
  /// The whole sheet.
  static let sheet = [
    colours, text, blocks, tables, forecasts, PageStyle.charts, cards, small, paper,
  ]
  .joined()

  private static let light = """
      --paper: #fffefa; --ink: #1d1b18; --soft: #5a554b; --rule: #dbd5c8; --tint: #f3efe5;
      --accent: #1f4f7d; --band: #d3e1ed;

    """

  private static let colours = """
    :root {
      color-scheme: light dark;
    \(light)}
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #16181b; --ink: #e9e6de; --soft: #b0aa9e; --rule: #3c4046; --tint: #202429;
        --accent: #93c0ec; --band: #2a4058;
      }
    }

    """

  private static let text = """
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body {
      margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: anywhere;
      font: 1.0625rem/1.6 Charter, "Bitstream Charter", "Sitka Text", Cambria, Georgia, serif;
    }
    main, body > footer { max-width: 46rem; margin: 0 auto; padding: 0 1.25rem; }
    .board, .board + footer { max-width: 64rem; }
    p, ul, ol, dl, figure, blockquote { margin: 0 0 1rem; }
    p, li { max-width: 42rem; }
    figcaption { margin-top: 0.75rem; }
    h1 { font-size: 2.5rem; line-height: 1.15; margin: 0 0 1rem; letter-spacing: -0.01em; }
    h2 { font-size: 1.375rem; line-height: 1.3; margin: 0 0 0.75rem; }
    h3 { font-size: 1.0625rem; margin: 1.5rem 0 0.5rem; }
    a { color: var(--accent); text-underline-offset: 0.15em; text-decoration-thickness: 1px; }
    a:focus-visible, summary:focus-visible, .scroll:focus-visible {
      outline: 2px solid var(--accent); outline-offset: 3px;
    }
    code { font: 0.875em/1.5 ui-monospace, Menlo, Consolas, "Liberation Mono", monospace; }
    .kicker, .note, dl, table, figcaption, summary, .line, .strip, .legend, body > footer {
      font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif;
      font-variant-numeric: tabular-nums lining-nums;
    }
    .kicker {
      margin: 0 0 0.5rem; color: var(--soft); font-size: 0.8125rem; letter-spacing: 0.04em;
      text-transform: uppercase;
    }
    .note, figcaption, .legend { color: var(--soft); font-size: 0.875rem; line-height: 1.5; }
    .lead { font-size: 1.3125rem; line-height: 1.5; }

    """

  private static let blocks = """
    header { padding: 4rem 0 1rem; }
    section { padding: 1.5rem 0 1rem; border-top: 1px solid var(--rule); }
    section section { padding: 0; border: 0; }
    body > footer {
      margin-bottom: 4rem; padding-top: 1.5rem; color: var(--soft); font-size: 0.875rem;
    }
    body > footer::before { content: ""; display: block; border-top: 3px double var(--rule);
      margin-bottom: 1.25rem; }
    .strip { display: flex; flex-wrap: wrap; gap: 0.75rem 0; padding: 0; list-style: none; }
    .strip li { display: flex; padding-right: 0.75rem; max-width: 13rem; }
    .strip li + li::before { content: "+"; padding: 0.2rem 0.75rem 0 0; color: var(--soft);
      font-size: 1.0625rem; }
    .strip li:nth-child(2)::before { content: "="; }
    .stages li:nth-child(n + 2)::before { content: "→"; }
    .strip b { display: block; font-size: 1.5rem; line-height: 1.2; }
    .strip span { display: block; color: var(--soft); font-size: 0.875rem; line-height: 1.35; }
    .strip a { display: block; }
    .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 2rem; }
    .pair h3 { margin-top: 0; }
    .pair ol { padding: 0; list-style: none; }
    .pair li { margin-bottom: 1rem; }
    .pair a { line-height: 1.4; }
    .key { font-size: 1.1875rem; }
    dl { display: grid; grid-template-columns: 1fr 1fr; gap: 0.25rem 1.5rem;
      font-size: 0.875rem; line-height: 1.45; }
    dl div { display: grid; grid-template-columns: 6rem minmax(0, 1fr); gap: 0.75rem; }
    dl .wide { grid-column: 1 / -1; }
    dt { color: var(--soft); }
    dd { margin: 0; }
    summary { cursor: pointer; color: var(--accent); font-size: 0.875rem; padding: 0.25rem 0; }
    details > :not(summary) { margin-top: 0.5rem; }

    """

  private static let tables = """
    .scroll { overflow-x: auto; margin: 0 0 1rem; }
    table { border-collapse: collapse; width: 100%; font-size: 0.9375rem; line-height: 1.4; }
    th, td { padding: 0.5rem 0.75rem 0.5rem 0; text-align: right; vertical-align: top;
      border-bottom: 1px solid var(--rule); }
    thead th { color: var(--soft); font-weight: 400; font-size: 0.8125rem; vertical-align: bottom;
      overflow-wrap: normal; }
    tbody th { font-weight: 600; }
    th:first-child, .words { text-align: left; }
    .figures { width: auto; overflow-wrap: normal; white-space: nowrap; }
    .figures tbody th { min-width: 8rem; max-width: 16rem; white-space: normal;
      overflow-wrap: anywhere; }
    .cards th, .cards td { padding: 0.625rem 0.75rem; }
    .cards .tied { background: var(--tint); }
    .cards { table-layout: fixed; }
    .cards th:first-child { width: 24%; }
    .cards td { overflow-wrap: normal; }
    .cards .edge { width: 26%; text-align: left; }
    .cards .words { width: 17%; }
    .cards .interval { width: 22%; }
    .cards .rank { width: 12%; white-space: nowrap; }
    .cards .edge div { display: flex; gap: 0.75rem; align-items: center; }
    .cards .bar { flex: 1; width: 0; min-width: 0; }
    .cards .edge b { min-width: 3rem; text-align: right; white-space: nowrap; }
    .cards + .note { margin-top: 0.75rem; }

    """

  private static let forecasts = """
    .forecasts { padding: 0; list-style: none; }
    .forecasts > li { display: grid; grid-template-columns: 2.75rem minmax(0, 1fr); max-width: none;
      padding: 0.875rem 0; border-top: 1px solid var(--rule); }
    .forecasts > li:first-child { border-top: 0; }
    .count { color: var(--soft); font: 0.875rem/1.9 system-ui, "Liberation Sans", sans-serif;
      font-variant-numeric: tabular-nums; }
    .claim { font-weight: 700; margin: 0 0 0.25rem; line-height: 1.4; }
    blockquote { margin: 0 0 0.25rem; font-style: italic; max-width: 42rem; }
    .line { margin: 0; font-size: 0.9375rem; line-height: 1.5; color: var(--soft); max-width: none; }
    .line b { color: var(--ink); font-weight: 600; }
    .line { display: flex; flex-wrap: wrap; margin-left: -1.125rem; clip-path: inset(0 0 0 1.125rem); }
    .line span { position: relative; padding-left: 1.125rem; }
    .line span::before { content: "·"; position: absolute; left: 0; width: 1.125rem;
      text-align: center; }
    :target { background: var(--tint); }
    .passages { margin: 0; padding: 0; list-style: none; }
    .hash { overflow-wrap: anywhere; }

    """

  private static let cards = """
    @media screen and (max-width: 56rem) {
      .cards, .cards tbody, .cards tr, .cards th, .cards td { display: block; }
      .cards thead { position: absolute; width: 1px; height: 1px; overflow: hidden;
        clip-path: inset(50%); }
      .cards tr { padding: 0.75rem; border-bottom: 1px solid var(--rule); }
      .cards tbody th { padding: 0 0 0.375rem; border: 0; font-size: 1.0625rem; text-align: left; }
      .cards td { display: grid; grid-template-columns: 8rem minmax(0, 1fr); gap: 0.5rem;
        padding: 0.125rem 0; border: 0; text-align: left; }
      .cards td::before { content: attr(data-column); color: var(--soft); }
      .cards .edge, .cards .words, .cards .rank, .cards .interval, .cards th:first-child { width: auto; }
    }

    """

  private static let small = """
    @media screen and (max-width: 44rem) {
      body { font-size: 1rem; }
      header { padding-top: 2rem; }
      h1 { font-size: 1.875rem; }
      .lead { font-size: 1.1875rem; }
      .pair { grid-template-columns: 1fr; gap: 1rem; }
      dl { grid-template-columns: 1fr; }
      dl div { grid-template-columns: 5.5rem minmax(0, 1fr); }
      .forecasts > li { grid-template-columns: 2rem minmax(0, 1fr); }
    }

    """

  private static let paper = """
    @media print {
      :root {
        color-scheme: light;
    \(light)    --paper: #fff;
      }
      @page { margin: 2cm 1.75cm; }
      html { font-size: 13.5px; }
      body { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      main, .board, body > footer { max-width: none; padding: 0; }
      header { padding-top: 0; }
      h2, h3, summary, .legend, .claim, blockquote { break-after: avoid; }
      .cards th, .cards td { padding: 0.375rem; }
      figure, tr, .pair li, dl div, .line, blockquote { break-inside: avoid; }
      section { padding: 1rem 0 0.5rem; }
      .scroll { overflow: visible; }
      .figures { white-space: normal; font-size: 0.8125rem; }
      .calibration { max-width: 20rem; }
      details::details-content { content-visibility: visible; block-size: auto; }
      details > summary { list-style: none; color: var(--soft); }
      .forecasts summary { display: none; }
      a { color: inherit; }
      .titled a[href^="http"]::after { content: " (" attr(href) ")"; color: var(--soft); }
    }

    """
}
