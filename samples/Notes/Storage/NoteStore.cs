using MongoDB.Bson;
using MongoDB.Driver;

namespace Notes.Storage;

public class Note
{
    public string Id { get; set; } = Guid.NewGuid().ToString("N");
    public string Owner { get; set; } = "";
    public string Title { get; set; } = "";
    public string Body { get; set; } = "";
}

public interface INoteStore
{
    Task<List<Note>> FindAsync(string owner, string filter);
    Task<List<Note>> FindByTitleAsync(string owner, string title);
    Task AddAsync(Note note);
}

public class MongoNoteStore(IMongoClient client) : INoteStore
{
    private readonly IMongoCollection<Note> notes = client.GetDatabase("notes").GetCollection<Note>("notes");

    public Task<List<Note>> FindAsync(string owner, string filter)
    {
        string json = "{ Owner: '" + owner + "', Title: " + filter + " }"; // expect: nosql-injection
        BsonDocument query = BsonDocument.Parse(json);
        return notes.Find(query).ToListAsync();
    }

    public Task<List<Note>> FindByTitleAsync(string owner, string title)
    {
        FilterDefinition<Note> query = Builders<Note>.Filter.Eq(n => n.Owner, owner) & Builders<Note>.Filter.Eq(n => n.Title, title);
        return notes.Find(query).ToListAsync(); // expect: none
    }

    public Task AddAsync(Note note) => notes.InsertOneAsync(note);
}
