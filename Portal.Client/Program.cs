using Microsoft.AspNetCore.Components.WebAssembly.Hosting;
using Portal.Client;

var builder = WebAssemblyHostBuilder.CreateDefault(args);
builder.Services.AddScoped(_ => new HttpClient { BaseAddress = new Uri(builder.HostEnvironment.BaseAddress) });
builder.Services.AddPortalClient();
await builder.Build().RunAsync();
