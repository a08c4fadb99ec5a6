extension PageStyle {
  /// The style of drawings; their colours are those of the page.
  static let charts = """
    svg { display: block; overflow: visible; }
    svg text { font: 13px system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif;
      font-variant-numeric: tabular-nums lining-nums; fill: var(--soft); }
    svg .name, svg .value { fill: var(--ink); font-size: 14px; }
    svg .axis { fill: var(--ink); }
    .forest text { paint-order: stroke; stroke: var(--paper); stroke-width: 5px; }
    .calibration { width: 100%; max-width: 25rem; height: auto; }
    .calibration text { font-size: 13.5px; }
    .grid, .base { stroke: var(--rule); fill: none; }
    .zero { stroke: var(--ink); }
    .band { fill: var(--band); }
    .diagonal { stroke: var(--soft); stroke-dasharray: 2 4; fill: none; }
    .curve { stroke: var(--accent); stroke-width: 2; fill: none; stroke-linejoin: round; }
    .dot { fill: var(--accent); stroke: var(--paper); stroke-width: 1.5; }
    .count rect, rect.count { fill: var(--soft); }
    .range { stroke: var(--accent); stroke-width: 2; }
    .raw { stroke: var(--ink); stroke-width: 1.5; }
    .point { fill: var(--accent); }
    .hollow { fill: var(--paper); stroke: var(--accent); stroke-width: 1.75; }
    .bar { width: 100%; }
    .timeline .plot { x: 108px; width: calc(100% - 112px); }
    .timeline .value { font-size: 13px; }
    .span, .said { stroke: var(--accent); stroke-width: 1.5; }
    .wait { stroke: var(--soft); stroke-width: 1.5; stroke-dasharray: 3 4; }
    .now { stroke: var(--ink); stroke-dasharray: 1 3; }
    .cross { stroke: var(--ink); stroke-width: 2; fill: none; }
    .plate { fill: var(--paper); }
    svg .sign { fill: var(--ink); font-weight: 700; }
    .legend { display: flex; flex-wrap: wrap; gap: 0 1.25rem; padding: 0; list-style: none; }

    """
}
