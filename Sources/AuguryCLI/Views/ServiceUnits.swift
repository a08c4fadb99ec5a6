/// Units by which systemd runs the scheduler for one user.
struct ServiceUnits {
  private let program: String
  private let ledger: String
  /// Where this user's approvals lie, if not at the usual place: the service does not know.
  private let state: String?

  init(_ workspace: Workspace, program: String, state: String?) {
    self.program = program
    ledger = workspace.path
    self.state = state
  }

  /// Both ways, as one text to be divided.
  var text: String {
    """
    # Either: ~/.config/systemd/user/augury-watch.service
    # then: systemctl --user enable --now augury-watch.service
    \(service)
    # Or, to look once an hour: ~/.config/systemd/user/augury-tick.service
    \(once)
    # and ~/.config/systemd/user/augury-tick.timer
    # then: systemctl --user enable --now augury-tick.timer
    \(timer)
    """
  }

  /// The service that stays.
  var service: String {
    """
    [Unit]
    Description=Augury asks about forecasts as they come due
    Documentation=man:augury(1)

    [Service]
    Type=exec
    \(environment)ExecStart=\(quoted(program)) watch --ledger \(quoted(ledger))
    Restart=on-failure
    RestartSec=60
    NoNewPrivileges=yes

    [Install]
    WantedBy=default.target

    """
  }

  /// The service that looks once.
  var once: String {
    """
    [Unit]
    Description=Augury asks about forecasts that have come due

    [Service]
    Type=oneshot
    \(environment)ExecStart=\(quoted(program)) tick --ledger \(quoted(ledger))
    NoNewPrivileges=yes

    """
  }

  /// The timer for it.
  var timer: String {
    """
    [Unit]
    Description=Augury looks each hour what has come due

    [Timer]
    OnCalendar=hourly
    Persistent=true
    RandomizedDelaySec=60

    [Install]
    WantedBy=timers.target

    """
  }

  /// The line of what the service is told of this user's environment; empty for nothing.
  private var environment: String {
    state.map { "Environment=\(quoted("XDG_STATE_HOME=\($0)", isCommand: false))\n" } ?? ""
  }

  /// A word as systemd reads it back; in a command line it also puts variables in.
  private func quoted(_ word: String, isCommand: Bool = true) -> String {
    var text = "\""
    for character in word {
      switch character {
      case "\\", "\"": text += "\\\(character)"
      case "%": text += "%%"
      case "$" where isCommand: text += "$$"
      case "\n": text += "\\n"
      default: text.append(character)
      }
    }
    return text + "\""
  }
}
