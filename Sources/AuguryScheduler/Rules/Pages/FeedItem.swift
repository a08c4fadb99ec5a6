/// One item of an RSS or Atom feed.
struct FeedItem: Equatable {
  /// Its headline; empty when it has none.
  var title = ""
  /// Its address, where it has one.
  var link: String?
  /// When it was published or last changed, as the feed writes it.
  var date: String?
  /// Its text: the headline, and each block of its summary or content.
  var blocks: [String] = []
}
