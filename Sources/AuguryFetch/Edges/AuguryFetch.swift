/// The entry point: hands the arguments to the program.
@main
enum AuguryFetch {
  static func main() async { await Program.run(Array(CommandLine.arguments.dropFirst())) }
}
