import Augury
import AuguryRendering
import Foundation
import Testing

/// Pages for a browser: written where AUGURY_PAGES names a folder, so that they can be looked at.
struct WrittenPages {
  static let folder = ProcessInfo.processInfo.environment["AUGURY_PAGES"]

  @Test(.enabled(if: WrittenPages.folder != nil))
  func `the sample pages are written out for a browser`() throws {
    let folder = try #require(WrittenPages.folder)
    let sample = try NewsroomSample()
    let page = try #require(try sample.page())
    let stamp = NewsroomSample.stamp
    let files = [
      "source.html": SourcePageHTML(page, sample.particulars, stamp).file,
      "record.html": TrackRecordHTML(sample.record, stamp).file,
      "source.md": SourcePageMarkdown(page, sample.particulars, stamp).file,
      "record.md": TrackRecordMarkdown(sample.record, stamp).file,
    ]
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (name, text) in files {
      try Data(text.utf8).write(to: URL(filePath: folder).appending(path: name))
    }
  }
}
