public import ArgumentParser
public import Augury

// The values of the domain that an option can take, by their own words.

extension Status: ExpressibleByArgument {}
extension SourceKind: ExpressibleByArgument {}
extension NoteRole: ExpressibleByArgument {}
extension Take: ExpressibleByArgument {}
extension WindowChoice: ExpressibleByArgument {}
extension QuestionKind: ExpressibleByArgument {}
extension Grouping: ExpressibleByArgument {}
