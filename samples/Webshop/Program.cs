using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Webshop.Data;
using Webshop.Services;

var builder = WebApplication.CreateBuilder(args);

builder.Services.AddControllersWithViews();
builder.Services.AddHttpClient();
builder.Services.AddDbContext<ShopContext>(options => options.UseSqlServer(builder.Configuration.GetConnectionString("Shop")!));
builder.Services.AddScoped<ICatalog, SqlCatalog>();
builder.Services.AddScoped<ISalesReports, SalesReports>();
builder.Services.AddScoped<ICustomerMail, CustomerMail>();
builder.Services.AddScoped<SupplierFeed>();
builder.Services.AddScoped<StockClient>();
builder.Services.AddSingleton<ManualStore>();
builder.Services.AddSingleton<PhotoStore>();
builder.Services.AddSingleton<CatalogImport>();
builder.Services.AddSingleton<LabelPrinter>();
builder.Services.AddSingleton<Passwords>();

builder.Services
    .AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
    .AddCookie(options =>
    {
        options.LoginPath = "/Account/Login";
        options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
        options.Cookie.HttpOnly = true;
    });

builder.Services.AddCors(options =>
{
    options.AddPolicy("partners", policy => policy.SetIsOriginAllowed(_ => true).AllowCredentials()); // expect: cors-any-origin
    options.AddPolicy("own-app", policy => policy.WithOrigins("https://app.feather.example").AllowCredentials()); // expect: none
});

var app = builder.Build();

if (!app.Environment.IsDevelopment())
{
    app.UseExceptionHandler("/Home/Error");
    app.UseHsts();
}

app.UseHttpsRedirection();
app.UseStaticFiles();
app.UseRouting();
app.UseCors("own-app");
app.UseAuthentication();
app.UseAuthorization();
app.MapControllerRoute("default", "{controller=Catalog}/{action=Index}/{id?}");

app.Run();
