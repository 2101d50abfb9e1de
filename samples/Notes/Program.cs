using System.Text;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;
using MongoDB.Driver;
using Notes.Endpoints;
using Notes.Security;
using Notes.Storage;
using Notes.Work;

var builder = WebApplication.CreateBuilder(args);
IConfiguration settings = builder.Configuration;

builder.Services.AddSingleton<IMongoClient>(_ => new MongoClient(settings["Notes:Store"]));
builder.Services.AddSingleton<INoteStore, MongoNoteStore>();
builder.Services.AddSingleton<Attachments>();
builder.Services.AddSingleton<LinkPreview>();
builder.Services.AddSingleton<NoteCipher>();
builder.Services.AddSingleton<Exporters>();
builder.Services.AddSingleton<Conversions>();
builder.Services.AddHostedService<ConversionWorker>();
builder.Services.AddHttpClient();
builder.Services.AddDataProtection();
builder.Services.AddAuthorization();

builder.Services
    .AddAuthentication(JwtBearerDefaults.AuthenticationScheme)
    .AddJwtBearer("partners", options =>
    {
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidateLifetime = false, // expect: jwt-validation-off, session-expiry
            ValidIssuer = settings["Notes:Issuer"],
            ValidAudience = "notes",
            IssuerSigningKey = new SymmetricSecurityKey(Encoding.UTF8.GetBytes("a-linnet-sat-on-a-thistle-and-sang")), // expect: hardcoded-key
        };
    })
    .AddJwtBearer(options =>
    {
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidateLifetime = true, // expect: none
            ValidIssuer = settings["Notes:Issuer"],
            ValidAudience = "notes",
            IssuerSigningKey = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(settings["Notes:SigningKey"]!)), // expect: none
        };
    });

var app = builder.Build();

if (args.Contains("--details"))
    app.UseDeveloperExceptionPage(); // expect: developer-exception-page
if (app.Environment.IsDevelopment())
    app.UseDeveloperExceptionPage(); // expect: none

app.UseHttpsRedirection();
app.UseAuthentication();
app.UseAuthorization();

app.MapNotes();
app.MapAttachments();
app.MapTools();

app.Run();
