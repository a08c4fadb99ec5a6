/// Units by which systemd runs the scheduler for one user.
struct ServiceUnits {
  private let program: String
  private let ledger: String

  init(_ workspace: Workspace, program: String) {
    self.program = program
    ledger = workspace.path
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
    ExecStart=\(quoted(program)) watch --ledger \(quoted(ledger))
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
    ExecStart=\(quoted(program)) tick --ledger \(quoted(ledger))
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

  /// A word of a command line as systemd reads it back.
  private func quoted(_ word: String) -> String {
    var text = "\""
    for character in word {
      switch character {
      case "\\", "\"": text += "\\\(character)"
      case "%": text += "%%"
      case "$": text += "$$"
      case "\n": text += "\\n"
      default: text.append(character)
      }
    }
    return text + "\""
  }
}
