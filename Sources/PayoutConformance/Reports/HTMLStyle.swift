/// The style sheet of the page.
enum HTMLStyle {
    static let sheet = base + "\n" + filters + "\n" + narrow + "\n" + print

    private static let base = """
        :root { color-scheme: light dark; --bad: #b3261e; --warn: #8a5a00; --good: #1b6e3c; --dim: #5f6368;
          --line: #8884; --soft: #8881; }
        @media (prefers-color-scheme: dark) { :root { --bad: #ff8a80; --warn: #ffca6b; --good: #7ddc9f; --dim: #a8adb3; } }
        * { box-sizing: border-box; }
        body { font: 15px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 64rem; padding: 1rem; }
        h1 { font-size: 1.7rem; margin: 0; } h2 { margin-top: 2.5rem; } h3 { font-size: 1rem; margin: .2rem 0; }
        header { border-left: .4rem solid var(--good); padding-left: 1rem; margin-bottom: 1rem; }
        header p { margin: .2rem 0; overflow-wrap: anywhere; color: var(--dim); } header .note { color: var(--bad); }
        header.exit-1 { border-color: var(--bad); } header.exit-3 { border-color: var(--warn); }
        body > input { position: absolute; opacity: 0; pointer-events: none; }
        nav { display: flex; flex-wrap: wrap; gap: .4rem; position: sticky; top: 0; padding: .5rem 0; background: Canvas; }
        nav label { border: 1px solid var(--line); border-radius: 1rem; padding: .15rem .8rem; cursor: pointer; }
        .case { border-top: 1px solid var(--line); padding: .35rem .2rem; scroll-margin-top: 4rem; }
        .case:target { background: var(--soft); }
        summary { cursor: pointer; overflow-wrap: anywhere; } summary .link { color: var(--dim); text-decoration: none; }
        .outcome { display: inline-block; min-width: 8.5rem; font-weight: 600; color: var(--dim); }
        .failed .outcome, label.failed { color: var(--bad); } .warned .outcome, label.warned { color: var(--warn); }
        .passed .outcome, label.passed { color: var(--good); } .not-run .outcome, label.not-run { color: var(--warn); }
        .case > p { margin: .2rem 0 .2rem 1rem; } .rules { color: var(--dim); font-size: .9em; }
        .finding { margin: .5rem 0 .5rem 1rem; padding: .4rem .8rem; background: var(--soft);
          border-left: .25rem solid var(--warn); } .finding.must { border-color: var(--bad); }
        small { color: var(--dim); font-weight: normal; }
        dl { display: grid; grid-template-columns: 6rem 1fr; margin: .3rem 0; gap: .1rem .5rem; }
        dt { color: var(--dim); } dd { margin: 0; overflow-wrap: anywhere; white-space: pre-wrap; }
        code, .bytes td, .bytes th, dd { font-family: ui-monospace, monospace; font-size: .9em; }
        .bytes { overflow-x: auto; } .bytes p { margin: .3rem 0; } .bytes td { padding: 0 .2rem; }
        .bytes .text { padding-left: 1rem; white-space: pre; } mark { background: #ffb300; color: #000; }
        .bytes th { text-align: left; padding-right: .8rem; font-weight: normal; color: var(--dim); }
        .coverage table { border-collapse: collapse; width: 100%; } .coverage td, .coverage th { text-align: left;
          vertical-align: top; border-top: 1px solid var(--line); padding: .2rem .5rem; }
        .coverage .broken td:nth-child(3) { color: var(--bad); } .coverage .open td:nth-child(3) { color: var(--dim); }
        footer { margin-top: 2rem; border-top: 1px solid var(--line); color: var(--dim); font-size: .9em; }
        """

    /// A filter hides the cases of other outcomes; it needs no script.
    private static let filters =
        HTMLReport.outcomes
        .map { _, name in
            """
            #show-\(name):checked ~ main .case:not(.\(name)) { display: none; }
            #show-\(name):checked ~ nav label[for="show-\(name)"] { background: var(--soft); font-weight: 600; }
            #show-\(name):focus-visible ~ nav label[for="show-\(name)"] { outline: 2px solid; }
            """
        }
        .joined(separator: "\n")
        + "\n#show-all:checked ~ nav label[for=\"show-all\"] { background: var(--soft); font-weight: 600; }"

    private static let narrow = """
        @media (max-width: 40rem) {
          body { padding: .6rem; } .outcome { min-width: 0; margin-right: .5rem; }
          dl { grid-template-columns: 1fr; } dt { margin-top: .3rem; } .finding, .case > p { margin-left: 0; }
          .coverage thead { display: none; } .coverage tr { display: block; padding: .4rem 0; }
          .coverage td, .coverage th { display: block; border: 0; padding: 0; } .coverage tr { border-top: 1px solid var(--line); }
        }
        """

    private static let print = """
        @media print {
          nav { display: none; } body { max-width: none; font-size: 10pt; } .case { break-inside: avoid; }
          .link { display: none; }
        }
        """
}
