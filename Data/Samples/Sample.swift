package enum Sample { package static let csv = "" }
